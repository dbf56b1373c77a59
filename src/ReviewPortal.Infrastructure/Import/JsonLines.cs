using System.Runtime.CompilerServices;
using ReviewPortal.Infrastructure.Media;

namespace ReviewPortal.Infrastructure.Import;

/// <summary>A file with a JSON object on every line. Empty lines say nothing.</summary>
internal sealed class JsonLines(Bundle bundle, string file, BundleLimits limits)
{
    /// <summary>Each object is good until the next one is asked for.</summary>
    public async IAsyncEnumerable<JsonField> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await using var stream = bundle.Open(file);
        using var window = new ByteWindow(stream, ct);
        for (long line = 1; await NextAsync(window, line) is { } bytes; line++)
        {
            if (line > limits.Lines) throw RefusedDeliveryException.In(file, RefusalReason.TooManyLines, limits.Lines);
            if (window.Position > limits.ListBytes) throw RefusedDeliveryException.In(file, RefusalReason.ListTooLarge, limits.ListBytes);
            if (!bytes.AsSpan().ContainsAnyExcept(" \t\r"u8)) continue;
            using var json = JsonText.Parse(bytes, file, line);
            yield return new JsonField(json.RootElement, "", file, line);
        }
    }

    private async ValueTask<byte[]?> NextAsync(ByteWindow window, long line)
    {
        var length = window.Ahead.IndexOf((byte)'\n');
        while (length < 0 && window.Ahead.Length <= limits.LineBytes && await window.HasAsync(window.Ahead.Length + 1))
            length = window.Ahead.IndexOf((byte)'\n');

        if (window.Ahead.IsEmpty) return null;
        if (length < 0) length = window.Ahead.Length;
        if (length > limits.LineBytes) throw RefusedDeliveryException.At(file, line, RefusalReason.LineTooLong, limits.LineBytes);
        var bytes = window.Ahead[..length].ToArray();
        window.Take(Math.Min(length + 1, window.Ahead.Length));
        return bytes;
    }
}
