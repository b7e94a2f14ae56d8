using System.Buffers;

namespace FlowEngine.Api.Bodies;

internal static class BoundedBody
{
    private const int ChunkBytes = 8 * 1024;
    private const int MostAtOnce = 64 * 1024;

    /// <returns>Null where the body is larger than the limit.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }

        // Memory for a large body comes with the body: who announces one need not send it.
        if (request.ContentLength is not { } length || length > MostAtOnce)
        {
            return await ReadChunksAsync(request.Body, limit, cancellationToken);
        }

        var body = new byte[length];
        await request.Body.ReadExactlyAsync(body, cancellationToken);
        return body;
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadChunksAsync(Stream body, int limit, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            int read;
            while ((read = await body.ReadAsync(chunk, cancellationToken)) > 0)
            {
                if (buffer.Length + read > limit)
                {
                    return null;
                }

                buffer.Write(chunk, 0, read);
            }

            return buffer.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }
}
