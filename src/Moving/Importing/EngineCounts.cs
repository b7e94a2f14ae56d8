using FlowEngine.Moving.Rules;

namespace FlowEngine.Moving.Importing;

internal sealed class EngineCounts
{
    private readonly long[] _counts = new long[4];

    public EngineCountsView View => new(
        _counts.Sum(), _counts[(int)EngineColumns.V1], _counts[(int)EngineColumns.V2], _counts[(int)EngineColumns.Both], _counts[(int)EngineColumns.Neither]);

    public void Add(EngineColumns filled) => _counts[(int)filled]++;
}
