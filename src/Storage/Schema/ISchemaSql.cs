namespace FlowEngine.Storage.Schema;

/// <summary>Expressions that each database writes in its own way. Arguments are SQL too, unless they are called text or name.</summary>
public interface ISchemaSql
{
    string Quote(string name);

    string Literal(string text);

    string Literal(DateTimeOffset time);

    string Concat(params IReadOnlyList<string> parts);

    /// <summary>32 hexadecimal digits, the same for the same text on every database: the first half of its SHA-256.</summary>
    string Hash(string text);

    /// <summary>32 hexadecimal digits, others for each row.</summary>
    string RandomHash();

    /// <summary>A UUID of version 7 as the column takes it.</summary>
    /// <param name="time">When it is made; where it cannot be read, 1970.</param>
    /// <param name="hash">Takes the place of the random bits.</param>
    string Uuid(string time, string hash);

    /// <summary>A present column's value as a whole number; 0 or null where it is not a number.</summary>
    string Integer(ColumnFacts found);

    /// <summary>Statements after which the database numbers new rows above those that are there; none where it does so by itself.</summary>
    IReadOnlyList<string> Renumber(string table);

    /// <summary>A present column's value, as the model writes values of its type: times of one width, flags as flags.</summary>
    string Converted(ColumnFacts found, Type modelType);
}
