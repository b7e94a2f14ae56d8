namespace FlowEngine.Storage.Statements;

/// <summary>A column and where its value comes from; its parameter is called as it is.</summary>
public sealed record SqlColumn<T>(string Name, SqlType Type, Func<T, object?> Value);
