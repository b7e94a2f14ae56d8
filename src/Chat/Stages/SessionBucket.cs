using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FlowEngine.Chat.Stages;

/// <summary>
/// Assigns each session to one of 100 buckets. The bucket never changes, so raising a percentage only moves sessions forward. The buckets for the
/// stage and for the sample are independent, so that the sample is drawn evenly from the sessions of every percentage.
/// </summary>
public static class SessionBucket
{
    private const int Buckets = 100;

    /// <returns>0 to 99.</returns>
    public static int OfStage(long tenantId, string sessionId) => Of("stage", tenantId, sessionId);

    /// <returns>0 to 99.</returns>
    public static int OfSample(long tenantId, string sessionId) => Of("sample", tenantId, sessionId);

    /// <param name="purpose">What the buckets are for: those of two purposes have nothing to do with each other.</param>
    /// <returns>0 to 99.</returns>
    public static int Of(string purpose, long tenantId, string sessionId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{purpose}\n{tenantId}\n{sessionId}")), hash);
        return (int)(BinaryPrimitives.ReadUInt64BigEndian(hash) % Buckets);
    }
}
