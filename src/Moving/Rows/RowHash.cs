using System.Security.Cryptography;
using System.Text;

namespace FlowEngine.Moving.Rows;

/// <summary>SHA-256 of all columns of one row or several, in hex: whether a row was changed since it was carried.</summary>
public sealed class RowHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public static string Of(LegacyRow row)
    {
        using var hash = new RowHash();
        hash.Add(row);
        return hash.ToText();
    }

    public void Add(LegacyRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        foreach (var name in row.Columns.Names)
        {
            Add(name);
            Add(row.Text(name));
        }
    }

    /// <summary>Of what was added so far; more may be added afterwards.</summary>
    public string ToText() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public void Dispose() => _hash.Dispose();

    // The length before the text keeps ("ab", "c") apart from ("a", "bc"), and null from "".
    private void Add(string? text)
    {
        _hash.AppendData(BitConverter.GetBytes(text?.Length ?? -1));
        _hash.AppendData(Encoding.UTF8.GetBytes(text ?? ""));
    }
}
