"""How a target is judged by its figures. Pure: plain values in, a judgement out, `today` always given."""
