"""The model behind its door: our own small encoder, run by onnxruntime, as a `types.Tagger`.

`encoding` turns text into windows of word pieces, `labels` says what each output means, `decoding`
turns outputs into spans, `model` loads the weights and runs them. The training script uses the
first two as they are, so that what is learned and what is read never differ.
"""
