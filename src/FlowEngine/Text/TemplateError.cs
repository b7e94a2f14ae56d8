namespace FlowEngine.Text;

/// <summary>Why a text is no template.</summary>
/// <param name="Position">Index of the character where it goes wrong, from 0.</param>
public sealed record TemplateError(int Position, string Message);
