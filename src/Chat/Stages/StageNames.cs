namespace FlowEngine.Chat.Stages;

/// <summary>The spelling in the database and the API.</summary>
public static class StageNames
{
    private static readonly string[] s_names = ["off", "shadow", "live", "rampdown", "complete"];

    public static IReadOnlyList<string> All => s_names;

    public static string Of(Stage stage) => s_names[(int)stage];

    /// <summary>Null where there is no such stage.</summary>
    public static Stage? Read(string? name) => Array.IndexOf(s_names, name) is >= 0 and var index ? (Stage)index : null;
}
