using System.Text;
using System.Text.Json;

namespace ReviewPortal.Infrastructure.Import;

/// <summary>JSON as RFC 8259 has it: no comments, and no name twice in one object, since readers differ on which one counts.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <param name="line">The line of the file that these bytes are; null when they are the whole file.</param>
    public static JsonDocument Parse(ReadOnlyMemory<byte> bytes, string file, long? line)
    {
        try
        {
            var hasMark = bytes.Span.StartsWith(Encoding.UTF8.Preamble);
            return JsonDocument.Parse(hasMark ? bytes[Encoding.UTF8.Preamble.Length..] : bytes, Strict);
        }
        catch (JsonException bad)
        {
            throw RefusedDeliveryException.At(file, line ?? (bad.LineNumber ?? 0) + 1, RefusalReason.BadJson);
        }
    }
}
