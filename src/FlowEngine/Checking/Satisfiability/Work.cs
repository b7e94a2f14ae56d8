namespace FlowEngine.Checking.Satisfiability;

/// <summary>How much may still be worked out, so that no document costs more than it should.</summary>
internal sealed class Work(int steps)
{
    private const int OfADocument = 300_000;
    private const int OfANode = 100;

    private int _left = steps;

    /// <summary>What one rule may work out for a document: thousands of times what drawn flows need, and soon over for others.</summary>
    public static Work For(FlowModel model) => new(OfADocument + (OfANode * model.Modules.Sum(module => module.Nodes.Count)));

    public bool IsUsedUp => _left <= 0;

    public void Spend(int steps) => _left -= Math.Min(steps, Math.Max(_left, 0));
}
