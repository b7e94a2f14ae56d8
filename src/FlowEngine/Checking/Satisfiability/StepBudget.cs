namespace FlowEngine.Checking.Satisfiability;

/// <summary>The remaining steps of an analysis, so that its cost is bounded for every document.</summary>
internal sealed class StepBudget(int steps)
{
    private const int OfADocument = 300_000;
    private const int OfANode = 100;

    private int _left = steps;

    /// <summary>The budget of one rule for a document: thousands of times what real flows need, and a tight bound for hostile ones.</summary>
    public static StepBudget For(FlowModel model) => new(OfADocument + (OfANode * model.Modules.Sum(module => module.Nodes.Count)));

    public bool IsExhausted => _left <= 0;

    public void Spend(int steps) => _left -= Math.Min(steps, Math.Max(_left, 0));
}
