namespace FlowEngine.Storage.Statements;

/// <param name="Name">Without the <c>@</c> that the SQL writes before it.</param>
/// <param name="IsArray">The value is an array with an element of the type for each row.</param>
public readonly record struct SqlArgument(string Name, SqlType Type, object? Value, bool IsArray = false);
