using FlowEngine.Conversations;
using FlowEngine.Testing.Running;
using FlowEngine.Testing.Scripts;

namespace FlowEngine.Testing.Generating;

/// <summary>Makes what came what is expected.</summary>
internal static class Recording
{
    public static FlowTest Of(FlowTestResult result, string name) => result.Test with
    {
        Name = name,
        Note = "Generated: what came was taken as what is expected.",
        Turns = [.. result.Test.Turns.Zip(result.Turns, (turn, played) => turn with { Expect = Expect(played) })],
    };

    private static TurnExpectation Expect(PlayedTurn played) => new()
    {
        Text = played.Text.Length > 0 ? played.Text : null,
        MessageCount = played.Messages.Count == 0 ? 0 : null,
        Kind = played.Messages is [.., { Kind: not MessageKind.Text } last] ? last.Kind : null,
        Path = played.Steps.Count > 0 ? new([.. played.Steps.Select(step => step.Step.Id)]) : null,
        Waiting = played.Waiting?.Id,
        Ended = played.Ended ? true : null,
        Failure = played.Failure?.Code,
        Effects = played.Effects.Count == 0 ? null : [.. played.Effects.Select(effect => new EffectExpectation { Type = effect.Type, Node = effect.NodeId })],
    };
}
