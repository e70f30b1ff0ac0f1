"""How good runews is: the figures of a gold folder, held against floors that only ever rise."""
