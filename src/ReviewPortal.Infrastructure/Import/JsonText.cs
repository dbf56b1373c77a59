using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

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
            if (bytes.Span.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
            CheckText(bytes.Span, file, line);
            return JsonDocument.Parse(bytes, Strict);
        }
        catch (JsonException bad)
        {
            throw RefusedDeliveryException.At(file, line ?? (bad.LineNumber ?? 0) + 1, RefusalReason.BadJson);
        }
    }

    // What is no text in any script is passed over by the parser and throws much later, when somebody reads it: bytes that are no UTF-8,
    // and half of a surrogate pair in a name. (In a value it is that field's own fault, and named so.)
    private static void CheckText(ReadOnlySpan<byte> bytes, string file, long? line)
    {
        if (!Utf8.IsValid(bytes)) throw Refused(FirstBad(bytes));
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName && reader.ValueIsEscaped && !IsText(ref reader)) throw Refused(bytes[..(int)reader.TokenStartIndex]);
        }

        RefusedDeliveryException Refused(ReadOnlySpan<byte> before) =>
            RefusedDeliveryException.At(file, line ?? before.Count((byte)'\n') + 1, RefusalReason.BadJson);
    }

    private static bool IsText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static ReadOnlySpan<byte> FirstBad(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) is OperationStatus.Done) at += length;
        return bytes[..at];
    }
}
