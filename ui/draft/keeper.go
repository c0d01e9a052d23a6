package draft

import "sync"

// Keeper keeps one walk in a draft of its own, which is made by the first Save or
// taken from those that were abandoned. Its methods may be called by several
// goroutines, and saves may overtake one another: by their serial numbers, an older
// one never replaces a newer one.
type Keeper struct {
	Store Store

	mu   sync.Mutex
	own  *Draft
	kept bool // own holds something
	last int  // the serial number of what was done last
}

// Take resumes an abandoned draft, as [Store.Take] does, which becomes this walk's
// own. What was kept of the walk before is given up for it.
func (k *Keeper) Take(info Info, v any) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	taken, err := k.Store.Take(info, v)
	if err != nil {
		return err
	}
	if k.own != nil {
		_ = k.own.Remove()
	}
	k.own, k.kept = taken, true
	return nil
}

// Save keeps v, of a walk that is to be saved to target, as [Draft.Save] does; with
// an older serial number than the last it does nothing.
func (k *Keeper) Save(serial int, target string, v any) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if serial < k.last {
		return nil
	}
	k.last = serial
	if k.own == nil {
		own, err := k.Store.New(target)
		if err != nil {
			return err
		}
		k.own = own
	}
	k.own.Retarget(target)
	err := k.own.Save(v)
	k.kept = k.kept || err == nil
	return err
}

// Remove forgets the draft of this walk, and all saves up to a serial number.
func (k *Keeper) Remove(serial int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.last = max(k.last, serial)
	if k.own != nil {
		_ = k.own.Remove()
		k.own, k.kept = nil, false
	}
}

// Path is the file that keeps the walk, "" where none does.
func (k *Keeper) Path() string {
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.kept {
		return ""
	}
	return k.own.Path()
}

// Close lets go of the draft, which stays to be resumed.
func (k *Keeper) Close() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.own != nil {
		_ = k.own.Close()
		k.own = nil
	}
}
