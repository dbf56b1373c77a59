using System.Collections.Immutable;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>One thing that an institution, or a board in it, says of itself in every letter.</summary>
public enum HouseField
{
    Name,
    Board,
    Address,
    Town,
    ExecutiveBoard,
    ExecutiveBoardAddress,
    AppealsBoard,
    AppealsBoardAddress,
    AppealsDesk,
    AppealsDeskAddress,
    Support,
    PrivacyStatement,
}

/// <summary>The fields of an <see cref="Institution"/> one by one: to write them, to look for what is missing and to compare two versions.</summary>
public static class HouseFields
{
    private const int ALine = 200;
    private const int AFewSentences = 1000;

    public static ImmutableArray<HouseField> All { get; } = [.. Enum.GetValues<HouseField>()];

    /// <summary>It reads differently in English; the others are the same in both languages.</summary>
    public static bool IsBilingual(this HouseField field) =>
        field is HouseField.Name or HouseField.Board or HouseField.ExecutiveBoard or HouseField.AppealsBoard or HouseField.AppealsDesk or HouseField.Support;

    /// <summary>It takes lines under each other.</summary>
    public static bool HasLines(this HouseField field) =>
        field is HouseField.Address or HouseField.ExecutiveBoardAddress or HouseField.AppealsBoardAddress or HouseField.AppealsDeskAddress or HouseField.Support;

    /// <summary>The most characters that leave a letter a letter.</summary>
    public static int Longest(this HouseField field) => field is HouseField.Support ? AFewSentences : ALine;

    public static ImmutableArray<Language> Languages(this HouseField field) => field.IsBilingual() ? [.. Enum.GetValues<Language>()] : [Language.Dutch];

    /// <summary>What it says; the lines of an address under each other.</summary>
    public static string Of(this Institution house, HouseField field, Language language)
    {
        ArgumentNullException.ThrowIfNull(house);
        return field switch
        {
            HouseField.Name => house.Name.In(language),
            HouseField.Board => house.Board.In(language),
            HouseField.Address => string.Join('\n', house.Address),
            HouseField.Town => house.Town,
            HouseField.ExecutiveBoard => house.ExecutiveBoard.In(language),
            HouseField.ExecutiveBoardAddress => string.Join('\n', house.ExecutiveBoardAddress),
            HouseField.AppealsBoard => house.AppealsBoard.In(language),
            HouseField.AppealsBoardAddress => string.Join('\n', house.AppealsBoardAddress),
            HouseField.AppealsDesk => house.AppealsDesk.In(language),
            HouseField.AppealsDeskAddress => string.Join('\n', house.AppealsDeskAddress),
            HouseField.Support => house.Support.In(language),
            HouseField.PrivacyStatement => house.PrivacyStatement,
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No field of a letter"),
        };
    }

    /// <summary>The same with one field written anew.</summary>
    public static Institution With(this Institution house, HouseField field, Language language, string text)
    {
        ArgumentNullException.ThrowIfNull(house);
        ArgumentNullException.ThrowIfNull(text);
        return field switch
        {
            HouseField.Name => house with { Name = In(house.Name) },
            HouseField.Board => house with { Board = In(house.Board) },
            HouseField.Address => house with { Address = Lines(text) },
            HouseField.Town => house with { Town = text },
            HouseField.ExecutiveBoard => house with { ExecutiveBoard = In(house.ExecutiveBoard) },
            HouseField.ExecutiveBoardAddress => house with { ExecutiveBoardAddress = Lines(text) },
            HouseField.AppealsBoard => house with { AppealsBoard = In(house.AppealsBoard) },
            HouseField.AppealsBoardAddress => house with { AppealsBoardAddress = Lines(text) },
            HouseField.AppealsDesk => house with { AppealsDesk = In(house.AppealsDesk) },
            HouseField.AppealsDeskAddress => house with { AppealsDeskAddress = Lines(text) },
            HouseField.Support => house with { Support = In(house.Support) },
            HouseField.PrivacyStatement => house with { PrivacyStatement = text },
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No field of a letter"),
        };

        BilingualText In(BilingualText before) => language is Language.English ? before with { English = text } : before with { Dutch = text };
    }

    /// <summary>The fields that say something else in the one than in the other.</summary>
    public static ImmutableArray<(HouseField Field, Language Language)> Differences(this Institution house, Institution other) =>
        Where((field, language) => house.Of(field, language) != other.Of(field, language));

    /// <summary>Without these a letter is not complete (Awb 3:45; law.md 3.1, sections 1, 16, 17 and 18).</summary>
    public static ImmutableArray<(HouseField Field, Language Language)> Missing(this Institution house) =>
        Where((field, language) => Inked.IsEmpty(house.Of(field, language)));

    /// <summary>The first of these fields that has not been filled in; null when none is missing.</summary>
    public static HousePlace? Lacking(this Institution house, params ReadOnlySpan<HouseField> fields)
    {
        ArgumentNullException.ThrowIfNull(house);
        foreach (var (field, language) in house.Missing())
            if (fields.Contains(field)) return new(field, language, house.Faculty);
        return null;
    }

    public static ImmutableArray<(HouseField Field, Language Language)> TooLong(this Institution house) =>
        Where((field, language) => house.Of(field, language).Length > field.Longest());

    private static ImmutableArray<(HouseField Field, Language Language)> Where(Func<HouseField, Language, bool> holds) =>
        [.. All.SelectMany(field => field.Languages().Where(language => holds(field, language)).Select(language => (field, language)))];

    private static ImmutableArray<string> Lines(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
