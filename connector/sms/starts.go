package sms

// SegmentStarts are the byte offsets at which the second segment of a message
// begins, and each later one: as many as MeasureText counts, less one.
func SegmentStarts(text string) []int {
	if _, ok := MeasureGSM(text); ok {
		packer := startPacker{segmentPacker: segmentPacker{single: 160, split: 153}}
		for i, r := range text {
			packer.add(i, septets(r))
		}
		return packer.starts
	}
	packer := startPacker{segmentPacker: segmentPacker{single: 70, split: 67}}
	for clusters := (ClusterScanner{Text: text}); clusters.Scan(); {
		packer.add(clusters.start, clusters.Units)
	}
	return packer.starts
}

// startPacker remembers where each segment began.
type startPacker struct {
	segmentPacker
	second int // where the second one will begin
	starts []int
}

// add packs a piece of n units that stands at an offset.
func (p *startPacker) add(offset, n int) {
	full, kept := p.full, p.kept
	stays := full == 0 && p.used == kept // nothing but what the first segment keeps is in it
	p.segmentPacker.add(n)
	switch {
	case p.full == full:
		if stays && p.kept == kept { // n is above 0, so this piece is the first that goes
			p.second = offset
		}
	case full == 0 && !stays:
		p.starts = append(p.starts, p.second)
	default:
		p.starts = append(p.starts, offset)
	}
}
