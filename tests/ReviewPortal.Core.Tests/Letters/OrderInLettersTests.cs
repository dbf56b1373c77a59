using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Letters;

/// <summary>Awb 3:46: reasons convince only whoever can follow them.</summary>
public sealed class OrderInLettersTests
{
    [Theory]
    [InlineData(Language.Dutch, "Wat de commissie niet kan vaststellen:", "De commissie besluit zo om deze redenen:")]
    [InlineData(Language.English, "What the Board cannot establish:", "The Board decides this for the following reasons:")]
    public void The_reasons_begin_after_what_cannot_be_established(Language language, string unknown, string because)
    {
        var text = Written.Of(Written.Section(Letter(Drafts.ForUniversity, language), "Heading.Considerations"));
        string[] inOrder = [unknown, Drafts.ForUniversity.CannotEstablish, because, Drafts.ForUniversity.Reasons];
        Assert.All(inOrder.Zip(inOrder.Skip(1)), pair => Assert.InRange(text.IndexOf(pair.First, StringComparison.Ordinal), 0, text.IndexOf(pair.Second, StringComparison.Ordinal) - 1));
        Assert.DoesNotContain(because, Written.Of(Written.Section(Letter(Drafts.ForUniversity with { CannotEstablish = "" }, language), "Heading.Considerations")), StringComparison.Ordinal);
    }

    /// <summary>The second reviewer looks before the proces-verbaal is signed, and the letter says so in that order.</summary>
    [Fact]
    public void The_procedure_is_told_in_the_order_in_which_it_went()
    {
        var matter = Written.Matter(LetterKind.IrregularityUniversity);
        matter.Review!.Opinion = SecondOpinion.Supports;
        matter.Review.OpinionAt = matter.Report!.SignedAt!.Value.AddDays(-1);
        var told = Written.Of(Written.Section(LetterWriter.Write(LetterKind.IrregularityUniversity, matter, Language.Dutch), "Heading.Procedure"));
        Assert.InRange(told.IndexOf("Een tweede reviewer", StringComparison.Ordinal), 0, told.IndexOf("een proces-verbaal opgemaakt", StringComparison.Ordinal) - 1);
    }

    /// <summary>Who has yet to sign a decision is not stood in for by the secretary.</summary>
    [Fact]
    public void An_unsigned_decision_says_so()
    {
        var signature = Written.Of(Written.Section(Letter(Drafts.ForUniversity, Language.Dutch), "Heading.Signature"));
        Assert.Contains("nog niet ondertekend", signature, StringComparison.Ordinal);
        Assert.DoesNotContain("secretaris", signature, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(Attribution.Student, "art. 4.3a para. 2, first sentence and para. 3")]
    public void A_source_reads_like_the_language_around_it(Attribution attribution, string english) => Assert.Equal(english, Sources.Cited(RetakeRules.Of(attribution).Basis, Language.English));

    private static Document Letter(DecisionDraft draft, Language language)
    {
        var matter = A.Case().Reported().Drafted(draft).Matter(Written.Published);
        return LetterWriter.Write(LetterKind.IrregularityUniversity, matter, language);
    }
}
