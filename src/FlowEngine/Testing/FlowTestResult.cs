using FlowEngine.Testing.Expecting;
using FlowEngine.Testing.Running;
using FlowEngine.Testing.Scripts;

namespace FlowEngine.Testing;

/// <param name="Failures">Empty where everything came as expected.</param>
/// <param name="Turns">One for each turn of the script.</param>
public sealed record FlowTestResult(
    FlowTest Test, IReadOnlyList<FailedExpectation> Failures, IReadOnlyList<PlayedTurn> Turns, TimeSpan Duration)
{
    public bool Passed => Failures.Count == 0;
}
