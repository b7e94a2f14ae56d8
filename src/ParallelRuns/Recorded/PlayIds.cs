using System.Security.Cryptography;
using System.Text;

namespace FlowEngine.ParallelRuns.Recorded;

/// <summary>Ids that are the same each time a file is played.</summary>
internal static class PlayIds
{
    public static Guid Of(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);

        // Version 8: an id of the application's own making.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
