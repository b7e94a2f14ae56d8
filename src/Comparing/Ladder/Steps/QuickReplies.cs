using FlowEngine.Comparing.Ladder.Measures;
using FlowEngine.Comparing.Observations;

namespace FlowEngine.Comparing.Ladder.Steps;

internal static class QuickReplies
{
    public static bool AreSame(ObservedMessage left, ObservedMessage right, string language) =>
        left.QuickReplies.Select(text => Normaliser.Normalise(text, language))
            .SequenceEqual(right.QuickReplies.Select(text => Normaliser.Normalise(text, language)), StringComparer.Ordinal);
}
