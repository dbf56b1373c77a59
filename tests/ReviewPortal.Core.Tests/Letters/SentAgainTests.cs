using System.Globalization;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Letters;

/// <summary>A letter that goes with a decision says what became of that decision, and no more (Awb 2:11, 3:41).</summary>
public sealed class SentAgainTests
{
    private static readonly DateOnly Yesterday = Written.Published.AddDays(-1);

    [Theory]
    [InlineData(Language.Dutch, "nog niet aan u verzonden", "niet goed bereikt", "opnieuw verzonden")]
    [InlineData(Language.English, "had not been sent to you", "did not reach you properly", "sent again")]
    public void What_was_printed_and_never_went_was_not_sent(Language language, string never, string missed, string again)
    {
        var letter = Text(Matter(Yesterday, sent: null), language);

        Assert.Contains(never, letter, StringComparison.Ordinal);
        Assert.DoesNotContain(missed, letter, StringComparison.Ordinal);
        Assert.DoesNotContain(again, letter, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public void What_went_a_day_after_it_was_printed_was_sent_on_that_day(Language language)
    {
        var letter = Text(Matter(Yesterday.AddDays(-1), sent: Yesterday), language);

        Assert.Contains(string.Format(CultureInfo.InvariantCulture, Written.Text("SentAgain.Why", language), Yesterday.InWords(language)), letter, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Dutch, "geldt niet meer")]
    [InlineData(Language.English, "no longer holds")]
    public void A_last_day_that_stays_the_same_is_not_said_to_be_later(Language language, string noLonger)
    {
        Assert.DoesNotContain(noLonger, Text(Matter(Written.Published, sent: null), language), StringComparison.Ordinal);
        Assert.Contains(noLonger, Text(Matter(Yesterday, sent: null), language), StringComparison.Ordinal);
    }

    // The decision was issued on one day and may have been posted on another: only the day on it is sure.
    [Theory]
    [InlineData(Language.Dutch, "hebt u het besluit gekregen")]
    [InlineData(Language.English, "you received the decision")]
    public void A_proposal_names_the_day_on_the_decision(Language language, string received)
    {
        var letter = Text(LetterWriter.Write(LetterKind.TerminationProposed, Written.Matter(LetterKind.TerminationProposed), language));

        Assert.DoesNotContain(received, letter, StringComparison.Ordinal);
    }

    private static LetterMatter Matter(DateOnly printed, DateOnly? sent) => Written.Matter(LetterKind.SentAgain) with { DecisionPublished = printed, DecisionSent = sent };

    private static string Text(LetterMatter matter, Language language) => Text(LetterWriter.Write(LetterKind.SentAgain, matter, language));

    private static string Text(Document letter) => $"{letter.Heading}\n{letter.PlainText()}";
}
