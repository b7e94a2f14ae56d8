using Microsoft.Extensions.AI;

namespace FlowEngine.Integrations.Resilience;

internal static class AnswerParts
{
    /// <summary>Text, or a tool call, which providers' clients give only when it is whole.</summary>
    public static bool HasAnswer(this ChatResponseUpdate update) =>
        update.Text.Length > 0 || update.Contents.Any(part => part is FunctionCallContent);
}
