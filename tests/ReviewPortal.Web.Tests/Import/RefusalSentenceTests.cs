using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Infrastructure.Media;

namespace ReviewPortal.Web.Tests.Import;

public class RefusalSentenceTests
{
    public static TheoryData<RefusalReason, Language> Everything() => [.. Enum.GetValues<RefusalReason>().SelectMany(reason => Enum.GetValues<Language>().Select(language => (reason, language)))];

    [Theory]
    [MemberData(nameof(Everything))]
    public void Every_reason_has_a_sentence_that_names_the_file_and_ends_as_one(RefusalReason reason, Language language)
    {
        var sentence = new DeliveryRefusal(reason, "webcam.webm", Line: null, [1234L, FieldKind.Role]).Sentence(language);

        Assert.Contains("webcam.webm", sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("{", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_field_and_every_flaw_of_a_file_has_its_word()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var kind in Enum.GetValues<FieldKind>()) Assert.NotEmpty(Sentence(RefusalReason.WrongField, language, "exam.code", kind));
            foreach (var reason in Enum.GetValues<MediaRefusalReason>()) Assert.NotEmpty(Sentence(RefusalReason.NotARecording, language, reason));
        }
    }

    [Fact]
    public void The_two_languages_differ_everywhere()
    {
        foreach (var reason in Enum.GetValues<RefusalReason>())
            Assert.False(string.Equals(Sentence(reason, Language.Dutch, 1, 2), Sentence(reason, Language.English, 1, 2), StringComparison.Ordinal));
    }

    [Fact]
    public void A_sentence_says_what_where_and_what_to_do()
    {
        var refusal = new DeliveryRefusal(RefusalReason.WrongField, "events.jsonl", Line: 12, ["source", FieldKind.Sender]);

        Assert.Equal("events.jsonl, regel 12: in het veld source hoort “candidate” of “support” te staan. Verbeter de waarde.", refusal.Sentence(Language.Dutch));
        Assert.Equal("events.jsonl, line 12: the field source should hold “candidate” or “support”. Correct the value.", refusal.Sentence(Language.English));
        Assert.Equal("webcam.webm has 1,234,567 bytes according to the manifest, but 99 in fact. Deliver the file again, and whole.", Sentence(RefusalReason.SizeMismatch, Language.English, 1_234_567L, 99L));
    }

    private static string Sentence(RefusalReason reason, Language language, params object[] details) => new DeliveryRefusal(reason, "webcam.webm", Line: null, [.. details]).Sentence(language);
}
