using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace FlowEngine.Conversations.ModelAnswers;

/// <summary>
/// Knows which models begin to think without saying so: their answers hold a closing mark whose opening one was part of the prompt. Such an
/// answer is not streamed before that mark came.
/// </summary>
internal sealed partial class ThinkingHabits
{
    private const int Capacity = 10_000;

    private readonly ConcurrentDictionary<(TenantKey Tenant, string Configuration, string Model), bool> _known = new();

    public bool BeginsThinking(TenantKey tenant, ConfiguredModel model) =>
        _known.TryGetValue(KeyOf(tenant, model), out var begins) ? begins : ReasoningModel().IsMatch(model.ModelName);

    public void Learn(TenantKey tenant, ConfiguredModel model, bool beganThinking)
    {
        if (BeginsThinking(tenant, model) == beganThinking)
        {
            return;
        }

        if (_known.Count >= Capacity)
        {
            _known.Clear();
        }

        _known[KeyOf(tenant, model)] = beganThinking;
    }

    private static (TenantKey, string, string) KeyOf(TenantKey tenant, ConfiguredModel model) => (tenant, model.Name, model.ModelName);

    [GeneratedRegex(
        @"(^|[^a-z0-9])(r1|qwq|think|thinking|thinker|reasoner|reasoning)([^a-z0-9]|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ReasoningModel();
}
