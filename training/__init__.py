"""How the engine's model is made: sets and corpus in, one ONNX file and its card out.

Needs what requirements-train.lock says (torch, onnx); nothing here runs in the newsroom itself.
"""
