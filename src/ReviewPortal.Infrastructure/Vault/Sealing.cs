using System.Buffers;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>Seals all that a stream holds.</summary>
internal static class Sealing
{
    private const int Step = 256 * 1024;

    /// <returns>The SHA-256 of the bytes before they were sealed, in lower-case hexadecimals.</returns>
    public static async Task<string> WriteAsync(string path, Stream bytes, byte[] key, string context, CancellationToken ct)
    {
        using var writer = new SealedWriter(path, key, context);
        return await WriteAsync(writer, bytes, ct);
    }

    /// <inheritdoc cref="WriteAsync(string, Stream, byte[], string, CancellationToken)"/>
    public static async Task<string> WriteAsync(SealedWriter writer, Stream bytes, CancellationToken ct)
    {
        var plain = ArrayPool<byte>.Shared.Rent(Step);
        try
        {
            int read;
            while ((read = await bytes.ReadAsync(plain, ct)) > 0) writer.Append(plain.AsSpan(0, read));
            return await writer.FinishAsync();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain, clearArray: true);
        }
    }
}
