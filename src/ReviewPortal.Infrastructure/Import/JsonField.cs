using System.Globalization;
using System.Text.Json;

namespace ReviewPortal.Infrastructure.Import;

/// <summary>A place in a JSON text that knows its own name, so that a refusal can say "tracks[1].sha256" and in which line.</summary>
internal sealed class JsonField(JsonElement? element, string path, string file, long? line)
{
    private const int LongestName = 500;

    // Half of the pair that writes an invisible tag.
    private const char FirstOfTag = '\udb40';
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    /// <summary>"tracks[1].sha256"; "$" is the whole of it, as in JSONPath.</summary>
    public string Path => path.Length == 0 ? "$" : path;

    public bool IsGiven => element is { ValueKind: not JsonValueKind.Null };

    public bool IsText => element is { ValueKind: JsonValueKind.String };

    public bool IsList => element is { ValueKind: JsonValueKind.Array };

    public bool IsObject => element is { ValueKind: JsonValueKind.Object };

    public JsonField this[string name]
    {
        get
        {
            var inner = path.Length == 0 ? name : $"{path}.{name}";
            return new JsonField(Value(JsonValueKind.Object, FieldKind.JsonObject).TryGetProperty(name, out var found) ? found : null, inner, file, line);
        }
    }

    /// <summary>The items of a list; none when the field is not given.</summary>
    public IEnumerable<JsonField> Items() => !IsGiven ? [] : Value(JsonValueKind.Array, FieldKind.List).EnumerateArray()
        .Select((item, place) => new JsonField(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{place}]"), file, line));

    public IEnumerable<(string Name, JsonField Field)> Members() => !IsGiven ? [] : Value(JsonValueKind.Object, FieldKind.JsonObject).EnumerateObject()
        .Select(member => (member.Name, new JsonField(member.Value, $"{path}.{member.Name}", file, line)));

    public string? OptionalText(FieldKind kind = FieldKind.Text)
    {
        if (!IsGiven) return null;
        try
        {
            return Value(JsonValueKind.String, kind).GetString();
        }
        catch (InvalidOperationException)
        {
            throw Wrong(kind); // half of a surrogate pair
        }
    }

    public string Text(FieldKind kind = FieldKind.Text) => OptionalText(kind) is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw Missing();

    /// <summary>A text for one line on a page: not endless, and without characters that cannot be seen or that turn what stands around them.</summary>
    public string Name()
    {
        var text = Text();
        if (text.Length > LongestName) throw Refused(RefusalReason.TextTooLong, LongestName);
        return text.Any(IsHidden) ? throw Refused(RefusalReason.HiddenCharacter) : text;
    }

    public double? OptionalNumber() => !IsGiven ? null
        : Value(JsonValueKind.Number, FieldKind.Number).TryGetDouble(out var number) && double.IsFinite(number) ? number : throw Wrong(FieldKind.Number);

    public double Number() => OptionalNumber() ?? throw Missing();

    /// <summary>Zero or more.</summary>
    public long WholeNumber() =>
        Value(JsonValueKind.Number, FieldKind.WholeNumber).TryGetInt64(out var number) && number >= 0 ? number : throw Wrong(FieldKind.WholeNumber);

    /// <summary>A moment without its distance to UTC would mean something else on every server.</summary>
    public DateTimeOffset Moment()
    {
        var text = Text(FieldKind.Moment);
        return SaysOffset(text) && Value(JsonValueKind.String, FieldKind.Moment).TryGetDateTimeOffset(out var moment)
            ? IsOfThisAge(moment) ? moment : throw Refused(RefusalReason.ImplausibleYear, string.Create(CultureInfo.InvariantCulture, $"{FirstYear}–{LastYear}"))
            : throw Wrong(FieldKind.Moment);
    }

    /// <summary>A text, or a number as a text: suppliers write identities as either.</summary>
    public string Scalar()
    {
        if (element is { ValueKind: JsonValueKind.Number } number) return number.GetRawText() is { Length: <= LongestName } digits ? digits : throw Refused(RefusalReason.TextTooLong, LongestName);
        return string.IsNullOrWhiteSpace(OptionalText()) ? "" : Name();
    }

    /// <summary>A number, also when it is written as a text.</summary>
    public double AnyNumber()
    {
        if (element is not { ValueKind: JsonValueKind.String }) return Number();
        return double.TryParse(Text(FieldKind.Number), NumberStyles.Float & ~NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : throw Wrong(FieldKind.Number);
    }

    /// <summary>True or false; null when it is anything else.</summary>
    public bool? Flag() => element?.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    /// <summary>The moment, if that is what stands here.</summary>
    public DateTimeOffset? MomentOrNull() =>
        element is { ValueKind: JsonValueKind.String } value && !string.IsNullOrEmpty(OptionalText()) && SaysOffset(OptionalText()!) && value.TryGetDateTimeOffset(out var moment) && IsOfThisAge(moment) ? moment : null;

    /// <summary>A moment, or milliseconds since 1970 as screen recorders count.</summary>
    public DateTimeOffset MomentOrEpoch()
    {
        if (element is not { ValueKind: JsonValueKind.Number } number) return Moment();
        const long earliest = 946_684_800_000, latest = 4_133_980_800_000; // 2000 and 2101
        return number.TryGetInt64(out var milliseconds) && milliseconds is >= earliest and < latest ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : throw Wrong(FieldKind.Moment);
    }

    /// <summary>One of the words of an enumeration, written small.</summary>
    public T OneOf<T>(FieldKind kind)
        where T : struct, Enum
    {
        var text = Text(kind);
        foreach (var value in Enum.GetValues<T>())
            if (string.Equals(text, value.ToString().ToLowerInvariant(), StringComparison.Ordinal)) return value;
        throw Wrong(kind);
    }

    /// <summary>The JSON as it came; null when the field is not given.</summary>
    public string? Raw() => IsGiven ? element?.GetRawText() : null;

    public RefusedDeliveryException Missing() => RefusedDeliveryException.At(file, line, RefusalReason.MissingField, Path);

    public RefusedDeliveryException Wrong(FieldKind kind) => RefusedDeliveryException.At(file, line, RefusalReason.WrongField, Path, kind);

    public RefusedDeliveryException Refused(RefusalReason reason, params ReadOnlySpan<object> details) => RefusedDeliveryException.At(file, line, reason, [Path, .. details]);

    private static bool SaysOffset(string text) => text[^1] is 'Z' || (text.Length > 6 && text[^6] is '+' or '-');

    private static bool IsOfThisAge(DateTimeOffset moment) => moment.Year is >= FirstYear and <= LastYear;

    // What is not seen, or turns round what is: two names that look the same must be the same. Only the joiners that some scripts are written with may stand there.
    private static bool IsHidden(char letter) => char.IsControl(letter) || letter is FirstOfTag || (letter is not ('\u200c' or '\u200d')
        && char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private JsonElement Value(JsonValueKind asked, FieldKind kind)
    {
        if (element is not { } value || value.ValueKind is JsonValueKind.Null) throw Missing();
        return value.ValueKind == asked ? value : throw Wrong(kind);
    }
}
