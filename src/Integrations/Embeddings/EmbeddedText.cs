namespace FlowEngine.Integrations.Embeddings;

/// <param name="Tokens">Of the text, as the service counted them; 0 where it did not.</param>
public sealed record EmbeddedText(float[] Vector, int Tokens);
