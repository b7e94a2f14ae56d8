using System.Security.Cryptography;
using System.Text;

namespace FlowEngine.Conversations;

/// <summary>Ids that follow from a name: the same name has the same id each time.</summary>
public static class NamedId
{
    public static Guid From(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);

        // Version 8: an id of the application's own making.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
