using System.Security.Cryptography;
using System.Text;

namespace FlowEngine.Storage.Sealing;

/// <summary>One hash for many, in their order.</summary>
internal static class MerkleTree
{
    public static string Root(IReadOnlyList<string> leaves)
    {
        var level = leaves.ToList();
        while (level.Count > 1)
        {
            level = [.. level.Chunk(2).Select(pair => pair.Length == 2 ? Join(pair[0], pair[1]) : pair[0])];
        }

        return level.Count == 0 ? "" : level[0];
    }

    /// <summary>The seal before, and the rows of this one.</summary>
    public static string Chain(string before, string root) => Join(before, root);

    private static string Join(string left, string right) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{left}|{right}")));
}
