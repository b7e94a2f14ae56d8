using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace FlowEngine.Storage.Sqlite.Schema;

internal static class SchemaFunctions
{
    /// <summary>Adds <c>sha256(text)</c>, 64 hexadecimal digits in lower case.</summary>
    public static void AddTo(SqliteConnection connection) => connection.CreateFunction(
        "sha256", (string? text) => text is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), isDeterministic: true);
}
