using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReviewPortal.Infrastructure.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LettersGoOut : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_Seen",
                table: "Seen");

            migrationBuilder.AddColumn<bool>(
                name: "Heard",
                table: "Seen",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Catalogue",
                table: "Observations",
                type: "TEXT",
                nullable: false,
                defaultValue: "2021-10-26");

            migrationBuilder.AddColumn<string>(
                name: "AuditRoot",
                table: "Letters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Code",
                table: "Letters",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_Seen",
                table: "Seen",
                columns: new[] { "Case", "Reviewer", "Role", "Speed", "Heard" });

            migrationBuilder.CreateTable(
                name: "DeliveryConsents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonName = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    GivenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Wording = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryConsents", x => x.Id);
                    table.CheckConstraint("CK_WithdrawnAfterGiven", "\"WithdrawnAt\" IS NULL OR \"WithdrawnAt\" >= \"GivenAt\"");
                });

            migrationBuilder.CreateTable(
                name: "LetterBatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    StoppedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterBatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Notifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Letter = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Replaces = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notifications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notifications_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Notifications_Letters_Letter",
                        column: x => x.Letter,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Notifications_Notifications_Replaces",
                        column: x => x.Replaces,
                        principalTable: "Notifications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Outages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: true),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnteredByName = table.Column<string>(type: "TEXT", nullable: false),
                    EnteredAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outages", x => x.Id);
                    table.CheckConstraint("CK_OutageEnds", "\"Until\" IS NULL OR \"Until\" >= \"From\"");
                });

            migrationBuilder.CreateTable(
                name: "LetterBatchItems",
                columns: table => new
                {
                    Batch = table.Column<Guid>(type: "TEXT", nullable: false),
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Letter = table.Column<Guid>(type: "TEXT", nullable: true),
                    Refusal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Unmet = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterBatchItems", x => new { x.Batch, x.Case });
                    table.ForeignKey(
                        name: "FK_LetterBatchItems_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LetterBatchItems_LetterBatches_Batch",
                        column: x => x.Batch,
                        principalTable: "LetterBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LetterBatchItems_Letters_Letter",
                        column: x => x.Letter,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Bounces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Notification = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedByName = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bounces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Bounces_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bounces_Notifications_Notification",
                        column: x => x.Notification,
                        principalTable: "Notifications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MailTries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Notification = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    To = table.Column<string>(type: "TEXT", nullable: false),
                    HandedOverAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    End = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Answer = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailTries", x => x.Id);
                    table.CheckConstraint("CK_EndedAfterStart", "\"EndedAt\" IS NULL OR \"EndedAt\" >= \"StartedAt\"");
                    table.CheckConstraint("CK_EndedWithAnEnd", "(\"EndedAt\" IS NULL) = (\"End\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_MailTries_Notifications_Notification",
                        column: x => x.Notification,
                        principalTable: "Notifications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Code",
                table: "Letters",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bounces_Case",
                table: "Bounces",
                column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_Bounces_Notification",
                table: "Bounces",
                column: "Notification",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AgreedOnce",
                table: "DeliveryConsents",
                columns: new[] { "Person", "Kind" },
                unique: true,
                filter: "\"WithdrawnAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LetterBatchItems_Case",
                table: "LetterBatchItems",
                column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_LetterBatchItems_EndedAt",
                table: "LetterBatchItems",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_LetterBatchItems_Letter",
                table: "LetterBatchItems",
                column: "Letter");

            migrationBuilder.CreateIndex(
                name: "IX_MailTries_Notification_Number",
                table: "MailTries",
                columns: new[] { "Notification", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TriedOnceAtATime",
                table: "MailTries",
                column: "Notification",
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_At",
                table: "Notifications",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Case",
                table: "Notifications",
                column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Letter",
                table: "Notifications",
                column: "Letter");

            migrationBuilder.CreateIndex(
                name: "IX_ReplacedOnce",
                table: "Notifications",
                column: "Replaces",
                unique: true,
                filter: "\"Replaces\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Outages_From",
                table: "Outages",
                column: "From");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Bounces");

            migrationBuilder.DropTable(
                name: "DeliveryConsents");

            migrationBuilder.DropTable(
                name: "LetterBatchItems");

            migrationBuilder.DropTable(
                name: "MailTries");

            migrationBuilder.DropTable(
                name: "Outages");

            migrationBuilder.DropTable(
                name: "LetterBatches");

            migrationBuilder.DropTable(
                name: "Notifications");

            migrationBuilder.DropPrimaryKey(
                name: "PK_Seen",
                table: "Seen");

            migrationBuilder.DropIndex(
                name: "IX_Letters_Code",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "Heard",
                table: "Seen");

            migrationBuilder.DropColumn(
                name: "Catalogue",
                table: "Observations");

            migrationBuilder.DropColumn(
                name: "AuditRoot",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "Code",
                table: "Letters");

            migrationBuilder.AddPrimaryKey(
                name: "PK_Seen",
                table: "Seen",
                columns: new[] { "Case", "Reviewer", "Role", "Speed" });
        }
    }
}
