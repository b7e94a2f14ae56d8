namespace FlowEngine.Checking.Logic;

/// <summary>How much may still be worked out, so that no document costs more than it should.</summary>
internal sealed class Work(int steps)
{
    private int _left = steps;

    public bool IsUsedUp => _left <= 0;

    public void Spend(int steps) => _left -= Math.Min(steps, Math.Max(_left, 0));
}
