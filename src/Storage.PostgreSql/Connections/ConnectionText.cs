using Npgsql;

namespace FlowEngine.Storage.PostgreSql.Connections;

internal static class ConnectionText
{
    /// <summary>Whether the text can be a connection string at all; what it names may still not be there.</summary>
    public static bool IsOne(string text)
    {
        try
        {
            return !string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(text).Host);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
