namespace FlowEngine.Storage.Statements;

/// <summary>What a value is in the database. A null has a type too, so that one text is one prepared statement.</summary>
public enum SqlType
{
    /// <summary>The type that the value has; of a null, the server finds it.</summary>
    OfValue,
    Text,
    Integer,
    Long,
    Flag,
    Real,
    Number,
    Id,
    Time,
}
