-- A database of version 1, frozen: what is in the hands of people looks like this. Never edit it.
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE cramps (
    id INTEGER PRIMARY KEY,
    zone TEXT NOT NULL,
    taken_back INTEGER NOT NULL DEFAULT 0,

        onset_at INTEGER NOT NULL,
        lasted INTEGER,
        at_night INTEGER,
        muscle TEXT,
        side TEXT,
        severity_nrs INTEGER,
        sleep_disturbance_nrs INTEGER,
        sore_next_day INTEGER,
        "trigger" TEXT,
        tried TEXT NOT NULL,
        helped TEXT NOT NULL,
        note TEXT NOT NULL
    );
INSERT INTO "cramps" VALUES(3,'America/Chicago',0,1784116800000000,160000000,1,'hamstring','left',7,5,0,'long-sitting','["stretch", "warmth", "a, b"]','["stretch"]','Zwei Minuten, "fest" 🦵
second line');
INSERT INTO "cramps" VALUES(7,'America/Chicago',0,1784120400000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'[]','[]','');
CREATE TABLE drinks (
    id INTEGER PRIMARY KEY,
    zone TEXT NOT NULL,
    taken_back INTEGER NOT NULL DEFAULT 0,

        at INTEGER NOT NULL,
        volume_ml INTEGER NOT NULL
    );
INSERT INTO "drinks" VALUES(1,'America/Chicago',0,1784116800000000,250);
INSERT INTO "drinks" VALUES(5,'America/Chicago',1,1784120400000000,1);
CREATE TABLE exercises (
    id INTEGER PRIMARY KEY,
    zone TEXT NOT NULL,
    taken_back INTEGER NOT NULL DEFAULT 0,

        started_at INTEGER NOT NULL,
        lasted INTEGER NOT NULL,
        effort TEXT NOT NULL
    );
INSERT INTO "exercises" VALUES(4,'America/Chicago',0,1784116800000000,3600000000,'hard');
INSERT INTO "exercises" VALUES(8,'America/Chicago',0,1784120400000000,0,'light');
CREATE TABLE prompts (
        key TEXT PRIMARY KEY NOT NULL,
        zone TEXT NOT NULL,
        kind TEXT NOT NULL,
        also TEXT NOT NULL,
        due_at INTEGER NOT NULL,
        volume_ml INTEGER,
        shown_at INTEGER,
        outcome TEXT NOT NULL,
        outcome_at INTEGER,
        show_again_at INTEGER
    );
INSERT INTO "prompts" VALUES('drink@20260715T120000Z','America/Chicago','drink','["move"]',1784116800000000,250,1784116801000000,'later',1784116809000000,1784120400000000);
CREATE TABLE routines (
    id INTEGER PRIMARY KEY,
    zone TEXT NOT NULL,
    taken_back INTEGER NOT NULL DEFAULT 0,

        started_at INTEGER NOT NULL,
        routine TEXT NOT NULL,
        lasted INTEGER NOT NULL,
        steps_done INTEGER NOT NULL,
        steps INTEGER NOT NULL,
        feeling TEXT
    );
INSERT INTO "routines" VALUES(2,'America/Chicago',0,1784116800000000,'bedtime',180000001,5,6,'good');
INSERT INTO "routines" VALUES(6,'America/Chicago',0,1784120400000000,'move',0,0,0,NULL);
CREATE TABLE state (
        key TEXT PRIMARY KEY NOT NULL,
        value TEXT NOT NULL
    );
INSERT INTO "state" VALUES('onboarding','done');
INSERT INTO "state" VALUES('paused_until','1784116800000000');
CREATE INDEX drinks_at ON drinks (at) WHERE NOT taken_back;
CREATE INDEX routines_started_at ON routines (started_at) WHERE NOT taken_back;
CREATE INDEX cramps_onset_at ON cramps (onset_at) WHERE NOT taken_back;
CREATE INDEX exercises_started_at ON exercises (started_at) WHERE NOT taken_back;
CREATE INDEX prompts_due_at ON prompts (due_at, key);
COMMIT;
