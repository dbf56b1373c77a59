using System.Collections.Immutable;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.ProcesVerbaal;

public sealed class ProcesVerbaalTests
{
    private const string Seen = "De deur gaat open en iemand komt binnen.";
    private const string Suspected = "Vermoeden dat de student niet alleen was.";

    private ImmutableArray<RecordingFacts> _measured = [];
    private ImmutableArray<TrackCoverage> _second = [];

    private readonly CaseInTheRooms _case = A.Case()
        .With(A.Mark("OTHER_PERSON", seen: Seen, inference: "Mogelijk een huisgenoot."))
        .With(A.Mark("EXCULPATORY", 2680, 2700, "De student laat met de camera de hele kamer zien."))
        .With(A.Mark("NETIQUETTE", 10, 20, "De student draagt een badjas."))
        .Reported();

    /// <summary>law.md 3.2, in the order in which a reader needs them: facts before the inference.</summary>
    [Theory]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public void It_has_every_field_in_order_and_the_inference_after_the_facts(Language language)
    {
        string[] headings =
        [
            "Heading.Watched", "Heading.Sources", "Heading.Observations", "Heading.Messages", "Heading.Exculpatory", "Heading.Instruction",
            "Heading.Signals", "Heading.Identity", "Heading.Inference", "Heading.SecondReview", "Heading.Signature",
        ];
        Assert.Equal(headings.Select(key => Text(key, language)), Written(language).Sections.Select(section => section.Heading));
    }

    [Fact]
    public void Facts_stand_apart_from_what_is_inferred()
    {
        var document = Written();
        var inference = Section(document, "Heading.Inference");
        Assert.Contains(Suspected, inference, StringComparison.Ordinal);
        Assert.Contains("Mogelijk een huisgenoot.", inference, StringComparison.Ordinal);
        Assert.DoesNotContain(Seen, inference, StringComparison.Ordinal);
        Assert.All(document.Sections.Where(section => section.Heading != Text("Heading.Inference")), section =>
        {
            Assert.DoesNotContain(Suspected, Of(section), StringComparison.Ordinal);
            Assert.DoesNotContain("Mogelijk een huisgenoot.", Of(section), StringComparison.Ordinal);
        });
        Assert.Contains(Seen, Section(document, "Heading.Observations"), StringComparison.Ordinal);
        Assert.Null(document.Summary);
    }

    [Fact]
    public void A_moment_has_its_time_in_the_recording_its_clock_its_category_and_its_origin()
    {
        _case.Marks[0].FromSignal = 7;
        var observations = Section(Written(), "Heading.Observations");
        Assert.Contains("00:41:38.0 – 00:44:31.0", observations, StringComparison.Ordinal);
        Assert.Contains("09:41:38 – 09:44:31", observations, StringComparison.Ordinal);
        Assert.Contains("b. Anderen in de kamer", observations, StringComparison.Ordinal);
        Assert.Contains(Text("Origin.Signal"), observations, StringComparison.Ordinal);
    }

    /// <summary>I4 and UU-NET-2: a note on dress is never written down for examiner and board.</summary>
    [Fact]
    public void Netiquette_is_left_out_and_what_speaks_for_the_student_is_not()
    {
        var text = Written().PlainText();
        Assert.DoesNotContain("badjas", text, StringComparison.Ordinal);
        Assert.Contains("de hele kamer zien", Section(Written(), "Heading.Exculpatory"), StringComparison.Ordinal);
        Assert.Contains("De student meldde het meteen.", Section(Written(), "Heading.Exculpatory"), StringComparison.Ordinal);
    }

    [Fact]
    public void It_names_the_sources_with_their_hashes_and_gaps()
    {
        _case.Recordings.RemoveAll(recording => recording.Role is TrackRole.Phone);
        var sources = Section(Written(), "Heading.Sources");
        Assert.Contains("Voorbeeld Recorder 4.2.1", sources, StringComparison.Ordinal);
        Assert.Contains(new string('b', 64), sources, StringComparison.Ordinal);
        Assert.Contains($"{RecordingTexts.Of(TrackRole.Phone, Language.Dutch)}: 00:00:00.0 – 02:00:00.0", sources, StringComparison.Ordinal);
        Assert.Contains("0 %", sources, StringComparison.Ordinal);
    }

    /// <summary>UU-IR-3: what a program measured stands there as a fact, with its threshold, and with what was not measured.</summary>
    [Fact]
    public void It_names_what_was_measured_in_the_files_and_what_was_not()
    {
        Assert.DoesNotContain("gemeten", Section(Written(), "Heading.Sources"), StringComparison.Ordinal);
        _measured = [Measured(TrackRole.Webcam, new Fragment(60, 90)), Measured(TrackRole.Screen)];

        var sources = Section(Written(), "Heading.Sources");
        Assert.Contains("(ffmpeg 5.1)", sources, StringComparison.Ordinal);
        Assert.Contains("Laptopcamera: het beeld was zwart van 00:01:00.0 – 00:01:30.0 (gemeten vanaf 2 seconden)", sources, StringComparison.Ordinal);
        Assert.Contains("Niet zwart, stilstaand of stil: Scherm.", sources, StringComparison.Ordinal);
        Assert.Contains("Niet of niet volledig gemeten: Telefooncamera.", sources, StringComparison.Ordinal);

        RecordingFacts Measured(TrackRole role, params Fragment[] black) => new() { Recording = _case.Recordings.Find(item => item.Role == role)!.Id, MeasuredWith = "ffmpeg 5.1", Black = [.. black] };
    }

    [Theory]
    [InlineData(RecordingDamage.Repaired, "Bekeken is een herstelde kopie")]
    [InlineData(RecordingDamage.Unreadable, "kon niet worden bekeken")]
    public void It_says_of_a_file_that_came_damaged_what_was_watched(RecordingDamage damage, string says)
    {
        _case.Recordings[0] = A.Recording(_case.Recordings[0].Role, damage: damage);
        Assert.Contains(says, Section(Written(), "Heading.Sources"), StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_who_watched_what_and_how_completely()
    {
        _case.Assignment!.ViewingNote = "De laatste minuut is niet bekeken.";
        var watched = Section(Written(), "Heading.Watched");
        Assert.Contains(Who.Reviewer.Name, watched, StringComparison.Ordinal);
        Assert.Contains("De laatste minuut is niet bekeken.", watched, StringComparison.Ordinal);
        Assert.Contains("97 %", watched, StringComparison.Ordinal);
        Assert.Contains("42 %", watched, StringComparison.Ordinal);
    }

    /// <summary>A later catalogue may name the same thing differently; the record says which one was used.</summary>
    [Fact]
    public void It_names_the_catalogue_of_its_categories() =>
        Assert.Contains("de catalogus van 26 oktober 2021", Section(Written(), "Heading.Observations"), StringComparison.Ordinal);

    [Fact]
    public void It_quotes_the_messages_of_the_test_with_both_clocks()
    {
        var messages = Section(Written(), "Heading.Messages");
        Assert.Contains("00:43:52.0 (09:43:52)", messages, StringComparison.Ordinal);
        Assert.Contains("Mijn huisgenoot kwam binnen.", messages, StringComparison.Ordinal);
        Assert.Contains(RecordingTexts.Of(MessageFrom.Support, Language.Dutch), messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("before", "Zorg dat u alleen bent.", "Instruction.Delivered")]
    [InlineData("never", "Draag geen oortjes.", "Instruction.NoProof")]
    [InlineData("unknown", null, "Instruction.None")]
    [InlineData(null, null, "Instruction.None")]
    public void It_names_the_instruction_with_the_proof_that_it_was_given(string? id, string? quoted, string says)
    {
        _case.ReportWritten();
        _case.Report!.Write(new(Suspicion.Irregularity, Suspected, "", id, IdentityCheck.Confirmed, BsnVisible: false));
        var instruction = Section(Written(), "Heading.Instruction");
        if (quoted is not null) Assert.Contains(quoted, instruction, StringComparison.Ordinal);
        Assert.Contains(Text(says).Split("{0}")[0], instruction, StringComparison.Ordinal);
        Assert.Contains("een rekenmachine en het formuleblad", instruction, StringComparison.Ordinal);
    }

    /// <summary>UU-PRE-7, UU-PRE-8: the result of the check, no copy; a visible BSN is an incident and nothing against the student.</summary>
    [Fact]
    public void It_states_identity_and_a_visible_citizen_service_number()
    {
        Assert.DoesNotContain("burgerservicenummer", Section(Written(), "Heading.Identity"), StringComparison.Ordinal);
        _case.ReportWritten();
        _case.Report!.Write(new(Suspicion.Irregularity, Suspected, "", null, IdentityCheck.NotShown, BsnVisible: true));
        var identity = Section(Written(), "Heading.Identity");
        Assert.Contains(Text("Identity.NotShown"), identity, StringComparison.Ordinal);
        Assert.Contains("telt niet tegen de kandidaat", identity, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signal_is_a_question_and_is_counted_as_answered_by_a_person()
    {
        var signals = Section(Written(), "Heading.Signals");
        Assert.Contains("6 signalen", signals, StringComparison.Ordinal);
        Assert.Contains("1 bevestigd en 1 verworpen", signals, StringComparison.Ordinal);
    }

    [Fact]
    public void It_goes_to_examiner_and_board_and_to_nobody_else()
    {
        var document = Written();
        Assert.Contains("Examencommissie Sociale Wetenschappen", document.Head.Addressee);
        Assert.Contains(document.Head.Addressee, line => line.Contains(A.ExaminersAddress, StringComparison.Ordinal));
        Assert.DoesNotContain(Who.Student.Name, document.PlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_until_it_is_signed_that_it_is_not_and_afterwards_by_whom_and_when()
    {
        Assert.Contains($"Ondertekend op 6 november 2026, 09:00", Section(Written(), "Heading.Signature"), StringComparison.Ordinal);
        Assert.Contains(Who.Reviewer.Name, Section(Written(), "Heading.Signature"), StringComparison.Ordinal);
        _case.ReportWritten();
        Assert.Contains("nog niet ondertekend", Section(Written(), "Heading.Signature"), StringComparison.Ordinal);
        Assert.Contains(Written().Head.Facts, fact => fact.Value is "nog niet ondertekend");
    }

    [Fact]
    public void Signing_locks_it()
    {
        var record = _case.Report!;
        Assert.True(record.IsSigned);
        Assert.Equal((Who.Reviewer.Id, Who.Reviewer.Name, A.Start.AddDays(4)), (record.SignedBy!.Value, record.SignedByName, record.SignedAt!.Value));
        Assert.Throws<InvalidOperationException>(() => record.Write(ProcesVerbaalDraft.Empty));
        Assert.Throws<InvalidOperationException>(() => record.Sign(Who.SecondReviewer, A.End));
        Assert.Equal(Suspected, record.Inference);
    }

    [Fact]
    public void Its_seal_is_set_once()
    {
        _case.Report!.Seal("a");
        _case.Report.Seal("b");
        Assert.Equal("a", _case.Report.Sha256);
    }

    [Theory]
    [InlineData(null, "Vermoeden van iets.", false)]
    [InlineData(Suspicion.Fraud, " ", false)]
    [InlineData(Suspicion.Fraud, "Vermoeden van fraude.", true)]
    public void A_suspicion_is_a_kind_with_words(Suspicion? suspicion, string inference, bool named)
    {
        _case.ReportWritten();
        _case.Report!.Write(new(suspicion, inference, "", null, null, BsnVisible: false));
        var facts = _case.Facts(Who.Reviewer);
        Assert.Equal(named, facts.Meets(Requirement.SuspicionNamed));
        Assert.False(facts.Meets(Requirement.IdentityCheckRecorded));
    }

    /// <summary>The reviewer who writes it knows the candidate by pseudonym only, and it is one document for all.</summary>
    [Fact]
    public void The_candidate_stands_in_it_by_pseudonym_and_not_by_number()
    {
        Assert.Contains(Written().Head.Facts, fact => fact.Value == _case.Sitting.Pseudonym);
        Assert.DoesNotContain(Written().Head.Facts, fact => fact.Value.Contains(A.StudentNumber, StringComparison.Ordinal));
        Assert.DoesNotContain(A.StudentNumber, Written().PlainText(), StringComparison.Ordinal);
    }

    /// <summary>That a recording was watched is said of one that was played.</summary>
    [Theory]
    [InlineData(Coverage.WatchedWhole, "onafhankelijk bekeken", "onafhankelijk beoordeeld")]
    [InlineData(0.1, "onafhankelijk beoordeeld (afgespeeld: Laptopcamera 10", "bekeken")]
    [InlineData(0, "onafhankelijk beoordeeld (afgespeeld: Laptopcamera 0", "bekeken")]
    public void What_it_says_of_the_second_reviewer_follows_what_was_played(double share, string said, string notSaid)
    {
        _second = [new(TrackRole.Webcam, share, share, [])];
        var section = Section(Written(), "Heading.SecondReview");
        Assert.Contains(said, section, StringComparison.Ordinal);
        Assert.DoesNotContain(notSaid, section, StringComparison.Ordinal);
        Assert.Contains("ondersteunt het vermoeden", section, StringComparison.Ordinal);
    }

    private Document Written(Language language = Language.Dutch) => ProcesVerbaalWriter.Write(
        new ProcesVerbaalMatter(new(2026, 158), _case.Exam, _case.Sitting, _case.Report!, _case.Assignment!)
        {
            Institution = "Universiteit Voorbeeld", Board = "Examencommissie Sociale Wetenschappen",
            Recordings = [.. _case.Recordings], Facts = _measured, Observations = [.. _case.Marks], Messages = [.. _case.Messages],
            Watched = [new(TrackRole.Webcam, 0.97, 0.61, [new Fragment(6900, 7100)]) { Heard = 0.42 }],
            WatchedSecond = _second,
            Signals = 6,
            SignalAnswers = [Answer(1, confirmed: true), Answer(2, confirmed: false)],
        },
        language);

    private static SignalAnswer Answer(long signal, bool confirmed) => new() { Case = A.CaseId, Signal = signal, By = Who.Reviewer.Id, ByName = Who.Reviewer.Name, Confirmed = confirmed };

    private static string Section(Document document, string heading) => Of(document.Sections.Single(section => section.Heading == Text(heading)));

    private static string Of(Section section) => new Document("", Language.Dutch, new DocumentHead([], [], []), null, [section], "").PlainText();

    private static string Text(string key, Language language = Language.Dutch) => new Texts(typeof(ProcesVerbaalTexts))[key, language];
}
