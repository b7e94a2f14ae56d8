namespace FlowEngine.Testing.Running;

/// <summary>How often a stand-in may still answer.</summary>
internal sealed class UseCount(int? times)
{
    private int _left = times ?? int.MaxValue;

    public bool TryUse()
    {
        if (_left <= 0)
        {
            return false;
        }

        _left--;
        return true;
    }
}
