using System.Security.Cryptography;
using System.Text.Json;

namespace ReviewPortal.Infrastructure.Import.Rosters;

/// <summary>
/// Reads who is enrolled for which test, and who was there. Results may stand in the same file; they are not read (UU-REV-3). A bad line is told and left
/// out, and the others are taken.
/// </summary>
public sealed class RosterReader(RosterLimits limits)
{
    /// <param name="path">A file.</param>
    /// <param name="format">When somebody says it; otherwise the content does.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <returns>A <see cref="Roster"/>, a <see cref="DeliveryRefusal"/>, or null: it is no roster.</returns>
    public async Task<DeliveryResult?> ReadAsync(Incoming incoming, RosterFormat? format, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        try
        {
            if (await incoming.ReadAllAsync(limits.Bytes, ct) is { } bytes) return Read(bytes, incoming.Name, format);
            return format is null ? null : throw RefusedDeliveryException.In(incoming.Name, RefusalReason.DeliveryTooLarge, limits.Bytes);
        }
        catch (RefusedDeliveryException refused)
        {
            return format is null ? null : refused.Refusal;
        }
        catch (UnauthorizedAccessException)
        {
            return format is null ? null : new DeliveryRefusal(RefusalReason.NotFound, incoming.Name, Line: null, []);
        }
    }

    /// <inheritdoc cref="ReadAsync"/>
    public DeliveryResult? Read(ReadOnlyMemory<byte> bytes, string file, RosterFormat? format)
    {
        try
        {
            return format is RosterFormat.Roster || (format is null && !BeginsAsJson(bytes.Span)) ? Lines(bytes, file, format) : Json(bytes, file, format);
        }
        catch (RefusedDeliveryException refused)
        {
            return refused.Refusal;
        }
    }

    private Roster? Lines(ReadOnlyMemory<byte> bytes, string file, RosterFormat? format)
    {
        var text = RosterText.Of(bytes.Span);
        if (format is null && !RosterCsv.Is(text)) return null;
        var lines = new RosterLines(limits);
        RosterCsv.Read(text, file, lines);
        return lines.ToRoster(RosterFormat.Roster, Hash(bytes), file);
    }

    private Roster? Json(ReadOnlyMemory<byte> bytes, string file, RosterFormat? format)
    {
        using var json = Parsed(bytes, file, format);
        if (json is null || (format is null && !RosterJson.Is(json.RootElement))) return null;
        var lines = new RosterLines(limits);
        RosterJson.Read(json.RootElement, lines);
        return lines.ToRoster(format ?? RosterJson.FormatOf(json.RootElement), Hash(bytes), file);
    }

    // What is no JSON is somebody else's to refuse, unless it was said to be a roster.
    private static JsonDocument? Parsed(ReadOnlyMemory<byte> bytes, string file, RosterFormat? format)
    {
        try
        {
            return JsonText.Parse(bytes, file, line: null);
        }
        catch (RefusedDeliveryException) when (format is null)
        {
            return null;
        }
    }

    private static bool BeginsAsJson(ReadOnlySpan<byte> bytes) => bytes.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    private static string Hash(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
}
