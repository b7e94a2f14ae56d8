namespace FlowEngine.Comparing.Ladder;

internal interface ILadderStep
{
    string Name { get; }

    /// <summary>Costs money or time: asked only where no step before it decided.</summary>
    bool IsCostly => false;

    ValueTask<StepFinding> RunAsync(Pair pair, CancellationToken cancellationToken);
}
