/// What the model is to read.
let mail = "TODO"
