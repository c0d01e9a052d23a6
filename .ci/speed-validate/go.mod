module speed-validate

go 1.26.0
