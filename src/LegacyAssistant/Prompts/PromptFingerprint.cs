using System.Security.Cryptography;
using System.Text;
using FlowEngine.Conversations;

namespace FlowEngine.LegacyAssistant.Prompts;

/// <summary>Names what a tenant wrote for its assistant, prompt and directives, so that turns on another prompt can be told apart.</summary>
internal static class PromptFingerprint
{
    public static string Of(AssistantPrompt prompt, IReadOnlyList<Directive> directives)
    {
        var text = new StringBuilder(prompt.Text);
        foreach (var directive in directives.OrderByDescending(directive => directive.Priority).ThenBy(directive => directive.Key, StringComparer.Ordinal))
        {
            text.Append('\0').Append(directive.Key).Append('\0').Append(directive.Value);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
