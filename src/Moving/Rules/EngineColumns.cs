using FlowEngine.Moving.Rows;

namespace FlowEngine.Moving.Rules;

/// <summary>Which engine's columns of the hybrid table a conversation has filled.</summary>
public enum EngineColumns
{
    Neither,
    V1,
    V2,
    Both,
}

public static class EngineColumnsRule
{
    /// <summary>V1: <c>feature_slug</c> or <c>prompt_id</c>; V2: <c>flow_id</c> or <c>context_data</c>. Empty text is not filled.</summary>
    public static EngineColumns Of(LegacyRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var v1 = row.Filled("feature_slug") is not null || row.Filled("prompt_id") is not null;
        var v2 = row.Filled("flow_id") is not null || row.Filled("context_data") is not null;
        return (v1, v2) switch
        {
            (true, true) => EngineColumns.Both,
            (true, false) => EngineColumns.V1,
            (false, true) => EngineColumns.V2,
            _ => EngineColumns.Neither,
        };
    }
}
