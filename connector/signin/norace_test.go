//go:build !race

package signin

// generations is how many are generated.
const generations = 5000
